import { goldenValues } from '../../../soap-encoding/test/support/golden-values.ts';

/** The placeholder key of the captured calls. */
export const goldenKey = '0123456789abcdef0123456789abcdef01234567';

/** What every golden exchange says: the same as over SOAP, but for the words of its faults. */
export const expected: typeof goldenValues = {
  ...goldenValues,
  boom__fault: {
    options: { apikey: goldenKey },
    answer: { fault: { faultCode: '42', faultString: 'kaput <&> "quoted"' } },
  },
  'noSuchMethod__unknown-method': {
    options: { apikey: goldenKey },
    answer: { fault: { faultCode: '620', faultString: 'Method "noSuchMethod" does not exist' } },
  },
};
