// Has each client translate the text from Vietnamese into English, and prints what came back as JSON by client.
// Environment: HAIDANG_URL, HAIDANG_KEY, HAIDANG_TEXT.
import { createRequire, register } from 'node:module';
import process from 'node:process';

const { HAIDANG_URL: url, HAIDANG_KEY: key, HAIDANG_TEXT: text } = process.env;
const libre = `${url}/libretranslate`;
const require = createRequire(import.meta.url);

// What the providers of Strapi ask their plug-in for; the plug-in brings the whole of Strapi along.
globalThis.strapi = {
  plugin: () => ({
    service: () => ({
      split: (texts) => ({ chunks: [texts], reduceFunction: (translated) => translated.flat() }),
      markdownToHtml: (texts) => texts,
      htmlToMarkdown: (texts) => texts,
    }),
  }),
};

/** The provider asks for the languages on its own, and knows no Vietnamese until it has them. */
async function once(translate) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await translate();
    } catch (error) {
      if (attempt === 50 || !/is not supported by/.test(error.message)) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const clients = {
  async 'strapi-provider-translate-deepl'() {
    const provider = require('strapi-provider-translate-deepl');
    const { translate } = provider.init({ apiKey: key, apiUrl: url, localeMap: { VI: 'VI' } });
    return translate({ text: [text, `<p>${text}</p>`], sourceLocale: 'vi', targetLocale: 'en' });
  },

  async 'strapi-provider-translate-libretranslate'() {
    const provider = require('strapi-provider-translate-libretranslate');
    const { translate } = provider.init({ apiKey: key, apiUrl: libre });
    const wanted = { text: [text, `<p>${text}</p>`], sourceLocale: 'vi', targetLocale: 'en', format: 'markdown' };
    return once(() => translate(wanted));
  },

  async '@payload-enchants/translator'() {
    register('./extensions.mjs', import.meta.url);
    const file = './node_modules/@payload-enchants/translator/dist/resolvers/libreTranslate.js';
    const { libreResolver } = await import(file);
    const { resolve } = libreResolver({ apiKey: key, url: `${libre}/translate` });
    const answer = await resolve({ localeFrom: 'vi', localeTo: 'en', texts: [text, text], req: {} });
    return answer.translatedTexts;
  },

  async translate() {
    const { Translate } = await import('translate');
    const translate = Translate({ engine: 'libre', url: `${libre}/translate`, key });
    return [await translate(text, { from: 'vi', to: 'en' })];
  },

  async libretranslate() {
    const { translate } = require('libretranslate');
    return [await translate({ query: text, source: 'vi', target: 'en', apiurl: libre, apiKey: key })];
  },
};

const results = {};
for (const [name, translate] of Object.entries(clients)) {
  try {
    results[name] = { texts: await translate() };
  } catch (error) {
    results[name] = { error: String(error.stack) };
  }
}
process.stdout.write(JSON.stringify(results));
