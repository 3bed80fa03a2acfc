/** The countries that the account knows: a few, with their prefixes. */
export const countries = [
  { country: 1, name: 'Portugal', iso_code: 'PT', currency: 'EUR', country_code: '351' },
  { country: 2, name: 'Spain', iso_code: 'ES', currency: 'EUR', country_code: '34' },
  { country: 3, name: 'Brazil', iso_code: 'BR', currency: 'BRL', country_code: '55' },
  { country: 4, name: 'France', iso_code: 'FR', currency: 'EUR', country_code: '33' },
  { country: 5, name: 'Germany', iso_code: 'DE', currency: 'EUR', country_code: '49' },
  { country: 6, name: 'Hungary', iso_code: 'HU', currency: 'HUF', country_code: '36' },
  { country: 7, name: 'United Kingdom', iso_code: 'GB', currency: 'GBP', country_code: '44' },
  { country: 8, name: 'United States', iso_code: 'US', currency: 'USD', country_code: '1' },
  { country: 9, name: 'Angola', iso_code: 'AO', currency: 'AOA', country_code: '244' },
  { country: 10, name: 'Colombia', iso_code: 'CO', currency: 'COP', country_code: '57' },
] as const;

/** Those whose prefix a number begins with, the longest prefix first. */
export function countriesOf(phone: string): readonly (typeof countries)[number][] {
  const digits = phone.replace(/\D/g, '');
  return countries
    .filter(({ country_code }) => digits.startsWith(country_code))
    .toSorted((a, b) => b.country_code.length - a.country_code.length);
}
