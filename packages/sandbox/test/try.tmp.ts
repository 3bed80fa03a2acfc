import { openAccount, openFilledAccount } from './account.ts';
for (let k = 0; k < 3; k++) {
  let t0 = performance.now();
  for (let i = 0; i < 20; i++) await openAccount().ask('getCredits');
  console.log('getCredits on new', (performance.now() - t0) / 20);
  t0 = performance.now();
  for (let i = 0; i < 20; i++) await openFilledAccount();
  console.log('filled', (performance.now() - t0) / 20);
}
const a = await openFilledAccount();
let t0 = performance.now();
for (let i = 0; i < 500; i++)
  await a.ask('subscriberData', { listID: 1, subscriber: 'ana@example.com' });
console.log('read', (performance.now() - t0) / 500);
t0 = performance.now();
for (let i = 0; i < 500; i++) await a.ask('getCredits');
console.log('credits', (performance.now() - t0) / 500);
