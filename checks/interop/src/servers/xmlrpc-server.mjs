// The server of the npm package xmlrpc, which belongs to transport-xmlrpc.
import { createRequire } from 'node:module';

const owner = new URL('../../../../packages/transport-xmlrpc/package.json', import.meta.url);
const xmlrpc = createRequire(owner)('xmlrpc');

const answers = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
  ['integer', 42],
  ['list', ['a', 'b']],
  ['list of one', ['only']],
  ['empty list', []],
  [
    'structs',
    [
      { id: 1, name: 'um' },
      { id: 2, name: 'dois' },
    ],
  ],
  ['error in a struct', { ERROR: 'LIST_NOT_FOUND' }],
  ['bare word', 'NO_ACCESS'],
]);

const server = xmlrpc.createServer({ host: '127.0.0.1', port: 0 }, function onListening() {
  console.log(`http://127.0.0.1:${this.address().port}/`);
});
server.on('answerWith', (_error, [{ what, value }], callback) => {
  if (what === 'echo') callback(null, value);
  else if (answers.has(what)) callback(null, answers.get(what));
  else callback({ faultCode: 7, faultString: 'kaput <&> "quoted"' });
});
server.on('addSubscriberBulk', (_error, [{ subscribers }], callback) => {
  callback(null, { id: 1, result: subscribers.at(-1).email, count: subscribers.length });
});
