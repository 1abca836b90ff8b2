// The baseline of a list: the same text, sent by nothing but Node's HTTP server.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [file, port] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

createServer((_req, res) => {
  res.writeHead(200, { 'content-type': 'application/json' });
  res.end(text);
}).listen(Number(port), '127.0.0.1');
