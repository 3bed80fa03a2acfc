// A sign-up form: POST /sign-up with an e-mail address adds a contact, and whoever signs up twice is
// not told so. Ends by itself after the first request when ONCE is set.
import { createServer, type IncomingMessage } from 'node:http';
import { EgoiApiError, EgoiError } from '@egoi-client/core';
import { connect } from './connect.ts';

const client = connect();
const listID = Number(process.env['EGOI_LIST'] ?? '1');
const maxBytes = 4096;

const server = createServer((request, response) => {
  void answer(request).then(([status, text]) => response.writeHead(status).end(`${text}\n`));
  if (process.env['ONCE'] !== undefined) response.on('close', () => void stop());
});

async function answer(request: IncomingMessage): Promise<[status: number, text: string]> {
  if (request.method !== 'POST' || request.url !== '/sign-up') return [404, 'POST /sign-up'];
  const email = new URLSearchParams(await bodyOf(request)).get('email') ?? '';
  try {
    await client.addSubscriber({ listID, email, status: 1 });
    return [200, 'Thank you'];
  } catch (error) {
    if (error instanceof EgoiApiError) {
      if (error.code === 'EMAIL_ALREADY_EXISTS') return [200, 'Thank you'];
      if (error.code === 'EMAIL_ADDRESS_INVALID') return [400, 'This is not an e-mail address'];
    }
    // An EgoiError holds neither the key nor the contact: it can be logged as it is.
    console.error(error instanceof EgoiError ? JSON.stringify(error) : error);
    return [503, 'Please try again later'];
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    body += chunk;
    if (body.length > maxBytes) return '';
  }
  return body;
}

async function stop(): Promise<void> {
  server.close();
  await client.close();
}

server.listen(Number(process.env['PORT'] ?? '0'), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}/sign-up`);
});
