/** Whose account it is; nothing changes it. */
export const accountOwner = {
  clientId: '12345',
  company: 'Example Lda',
  legalName: 'Example, Lda',
  website: 'https://www.example.com',
  signedUp: '2020-01-02',
  country: 'Portugal',
  countryCode: 'PT',
  city: 'Porto',
  address: 'Rua do Exemplo, 1',
  balance: '12.34',
  currency: 'EUR',
} as const;

/** The account's only user. */
export const accountUser = {
  id: 1,
  firstName: 'Ana',
  lastName: 'Silva',
  cellphone: '351-912345678',
} as const;
