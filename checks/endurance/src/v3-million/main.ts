import { parseArgs } from 'node:util';
import { importInPieces } from './imports.ts';
import { readPages } from './pages.ts';
import { serveAccount } from './served-account.ts';

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '1000000' },
    import: { type: 'string', default: '100000' },
  },
});
const contacts = Number(values.contacts);
const imported = Number(values.import);

console.log(`${contacts} contacts, served over API v3`);
const account = await serveAccount({ contacts, maxSubscribers: contacts + imported });
const complaints: string[] = [];
try {
  const pages = await readPages(account, contacts);
  const [first] = pages;
  for (const { offset, milliseconds, complaints: wrong } of pages) {
    const ratio = milliseconds / (first?.milliseconds ?? milliseconds);
    console.log(
      `1000 contacts from ${offset} on: ${milliseconds.toFixed(0)} ms, ${ratio.toFixed(2)} × those at the start`,
    );
    complaints.push(...wrong);
  }
  const outcome = await importInPieces(account, imported);
  const { pieces, seconds } = outcome;
  console.log(
    `import of ${imported} contacts in ${pieces} pieces: ${outcome.imported} imported, ${outcome.updated} updated, ${seconds.toFixed(1)} s`,
  );
  complaints.push(...outcome.complaints);
} finally {
  await account.close();
}
for (const complaint of complaints) console.log(`  WRONG: ${complaint}`);
console.log(
  `v3 million: ${complaints.length === 0 ? 'all is right' : `${complaints.length} wrong`}`,
);
if (complaints.length > 0) process.exitCode = 1;
