// Passes everything on to a server of this machine and says so in the header Forwarded: what a client's test of its
// proxy settings looks for. node proxy.mjs PORT SERVER_PORT
import http from 'node:http';

const [port, serverPort] = process.argv.slice(2).map(Number);

http
  .createServer((request, response) => {
    const path = request.url.replace(/^https?:\/\/[^/]+/, '');
    const headers = { ...request.headers, forwarded: `for=${request.socket.remoteAddress}` };
    const onward = http.request(
      { host: '127.0.0.1', port: serverPort, method: request.method, path, headers },
      (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  })
  .listen(port, '127.0.0.1');
