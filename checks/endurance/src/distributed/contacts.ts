/** The contacts of a distributed import, by number; the same in every process. */
export function* contactsOfImport(count: number): Generator<{ email: string; first_name: string }> {
  for (let index = 0; index < count; index += 1) {
    yield { email: `${index}@example.com`, first_name: `Contact ${index}` };
  }
}

/** Rows of orders, 7 in 10 by customers who ordered before; each row names its customer after itself. */
export function* ordersOfImport(count: number): Generator<{ email: string; first_name: string }> {
  let customers = 0;
  for (let row = 0; row < count; row += 1) {
    const isNew = row % 10 < 3;
    const customer = isNew ? customers : (row * 7919) % customers;
    if (isNew) customers += 1;
    const email = `${customer}@example.com`;
    yield { email: row % 4 === 0 ? email.toUpperCase() : email, first_name: `Row ${row}` };
  }
}
