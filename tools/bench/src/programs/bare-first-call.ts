import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type SetUp, timed } from './program.ts';

/** What a bare request posts. */
export interface BareRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `node:http` posting the very bytes that our client posts, and reading the answer as text. */
export const bareFirstCall: SetUp<BareRequest> = ({ url, headers, body }) => {
  return () =>
    timed(async () => {
      const answer = await new Promise<string>((resolve, reject) => {
        const sent = request(url, { method: 'POST', headers }, (response) => {
          if (response.statusCode === 200) text(response).then(resolve, reject);
          else reject(new Error(`the server answered ${response.statusCode}`));
        });
        sent.once('error', reject);
        sent.end(body);
      });
      if (answer === '') throw new Error('nothing came');
    });
};
