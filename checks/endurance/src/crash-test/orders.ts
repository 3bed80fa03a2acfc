import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { EgoiClient } from '@egoi-client/core';
import type { Random } from '@egoi-client/conformance/support/random';

/** A file as shops have it: a row for each order, most of them of customers who ordered before. */
export interface Orders {
  /** For each row the number of its customer; `undefined` is a row that cannot be sent. */
  readonly rows: readonly (number | undefined)[];
  readonly customers: number;
}

/** How the customers of some orders stand in a list. */
export interface OrdersCensus {
  readonly missing: number;
  /** Customers who are there more than once. */
  readonly doubled: number;
  /** Customers who are there with what an older row says of them. */
  readonly outdated: number;
  readonly strange: number;
}

const badEvery = 29;

/** Orders of which 7 in 10 are by customers who ordered before, in any row of the file. */
export function makeOrders(count: number, random: Random): Orders {
  let customers = 0;
  const rows = Array.from({ length: count }, (_, row) => {
    if (row % badEvery === badEvery - 1) return undefined;
    if (customers > 0 && random.below(10) < 7) return random.below(customers);
    customers += 1;
    return customers - 1;
  });
  return { rows, customers };
}

/** Writes orders as CSV: each row names the customer after itself, so that the last one can be told. */
export async function writeOrders(path: string, { rows }: Orders): Promise<void> {
  const file = createWriteStream(path);
  file.write('email,first_name\n');
  for (const [row, customer] of rows.entries()) {
    const email = customer === undefined ? '' : spelling(customer, row);
    if (!file.write(`${email},order ${row}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

/** People do not write their address the same way each time. */
function spelling(customer: number, row: number): string {
  const email = `customer${customer}@example.com`;
  if (row % 5 === 0) return email.toUpperCase();
  return row % 7 === 0 ? `  ${email} ` : email;
}

/** Looks for the customers in a list. */
export async function takeOrdersCensus(
  client: EgoiClient,
  listID: number,
  { rows, customers }: Orders,
): Promise<OrdersCensus> {
  const lastRow = new Map<number, number>();
  for (const [row, customer] of rows.entries()) {
    if (customer !== undefined) lastRow.set(customer, row);
  }
  const times = new Map<number, number>();
  let outdated = 0;
  let strange = 0;
  for await (const { EMAIL, FIRST_NAME } of client.paginate('subscriberData', { listID })) {
    const customer = Number(/^customer(\d+)@example\.com$/i.exec(EMAIL ?? '')?.[1] ?? -1);
    if (!lastRow.has(customer)) strange += 1;
    else if (FIRST_NAME !== `order ${lastRow.get(customer)}`) outdated += 1;
    times.set(customer, (times.get(customer) ?? 0) + 1);
  }
  const known = [...times].filter(([customer]) => lastRow.has(customer));
  return {
    missing: customers - known.length,
    doubled: known.filter(([, count]) => count > 1).length,
    outdated,
    strange,
  };
}
