import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with the next request: a status, or a way of answering. */
export type Manner =
  | number
  | 'stream'
  | 'slow' // says the first words, then nothing
  | 'endless'
  | 'ten-megabytes'
  | 'breaks-off'
  | 'out-of-tokens'
  | 'page'
  | 'nothing'
  | 'fault-inside'
  | 'false-quotes'
  | 'elsewhere'; // a redirect to another host

/** What a well-behaved answer says: a sentence, a quotation that no page has, a link. */
export const WORDS =
  'Saltmarsh hands its floodgates to fourteen sensors. “Nobody ever said this,” one resident said. See https://elsewhere.example/x today.';

const say = (response: ServerResponse, text: string) =>
  response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: text } }] })}\n\n`);
const pieces = WORDS.split(/(?<= )/);

function answer(response: ServerResponse, manner: Manner): void {
  if (typeof manner === 'number') return void response.writeHead(manner).end('{"error":{"message":"no"}}');
  if (manner === 'elsewhere') return void response.writeHead(307, { location: 'https://elsewhere.example/v1/chat/completions' }).end();
  if (manner === 'page') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome</h1>');
  if (manner === 'nothing') return void response.end();
  if (manner === 'fault-inside') return void response.end('{"error":{"message":"model not loaded"}}');
  if (manner === 'ten-megabytes')
    return void response.end(JSON.stringify({ choices: [{ message: { content: 'spam '.repeat(2_000_000) } }] }));
  response.setHeader('content-type', 'text/event-stream');
  if (manner === 'false-quotes') {
    say(response, '“This was never said,” he said.');
    return void response.end('data: [DONE]\n\n');
  }
  if (manner === 'endless') {
    const timer = setInterval(() => {
      for (let i = 0; i < 40; i++) say(response, 'and so on and on ');
    }, 5);
    response.on('close', () => clearInterval(timer));
    return;
  }
  for (const piece of manner === 'stream' ? pieces : pieces.slice(0, 6)) say(response, piece);
  if (manner === 'slow') return;
  if (manner === 'breaks-off') return void setTimeout(() => response.destroy(), 100);
  const reason = manner === 'out-of-tokens' ? 'length' : 'stop';
  response.end(`data: {"choices":[{"delta":{},"finish_reason":"${reason}"}]}\n\ndata: [DONE]\n\n`);
}

/** A model server on this machine that speaks the OpenAI protocol, well-behaved or not: set `manner` before a request. `open` counts the answers that still run. */
export async function startModelServer() {
  const state = { manner: 'stream' as Manner, asked: [] as { body: string; authorization: string | undefined }[], open: 0 };
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return response.end();
    let body = '';
    request.on('data', (piece) => {
      body += String(piece);
    });
    request.on('end', () => {
      state.asked.push({ body, authorization: request.headers.authorization });
      state.open++;
      response.on('close', () => {
        state.open--;
      });
      answer(response, state.manner);
    });
    return response;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { state, host, close };
}
