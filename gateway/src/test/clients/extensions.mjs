// Loads a package that was built for bundlers: modules without endings, and without saying that they are modules.
export function resolve(specifier, context, next) {
  const bare = specifier.startsWith('.') && !/\.[a-z]+$/.test(specifier);
  return next(bare ? `${specifier}.js` : specifier, context);
}

export function load(url, context, next) {
  return next(url, url.includes('@payload-enchants') ? { ...context, format: 'module' } : context);
}
