import { withoutNamedSecrets } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';

describe('a secret behind its name', () => {
  test.each([
    ['JSON', '{"password":"SECRET","name":"ana"}'],
    ['JSON with blanks', '{ "Smtp_Password" : "SECRET" }'],
    ['JSON within JSON', String.raw`{"raw":"{\"password\":\"SECRET\",\"id\":1}"}`],
    ['a form', 'login=ana&password=SECRET&id=1'],
    ['a form of PHP', 'functionOptions%5Bapikey%5D=SECRET&type=json'],
    ['a form that is encoded twice', 'a=functionOptions%255Bapikey%255D%3DSECRET%26type%3Djson'],
    [
      'a part of a form',
      '--b\r\nContent-Disposition: form-data; name="f[apikey]"\r\n\r\nSECRET\r\n--b',
    ],
    ['an element', '<a><apikey xsi:type="xsd:string">SECRET</apikey><id>1</id></a>'],
    ['an element with a prefix', '<x:senha>SECRET</x:senha>'],
    ['an element of CDATA', '<password><![CDATA[SECRET]]></password>'],
    [
      'a map',
      '<item><key xsi:type="xsd:string">apikey</key> <value xsi:type="xsd:string">SECRET</value></item>',
    ],
    ['a struct', '<member><name>password</name><value><string>SECRET</string></value></member>'],
    ['XML within XML', '<text>&lt;password&gt;SECRET&lt;/password&gt;</text>'],
  ])('is hidden in %s, and nothing else is', (_, text) => {
    for (const secret of ['hunter2', "p+w'd~!", 'x'.repeat(70)]) {
      expect(withoutNamedSecrets(text.replace('SECRET', secret))).toBe(
        text.replace('SECRET', '[redacted]'),
      );
    }
  });

  test.each([
    ['JSON with quotes', String.raw`{"password":"a\"b\\","id":"seen"}`, '"seen"'],
    ['XML with entities', '<password>a&amp;b&lt;c</password><id>seen</id>', '<id>seen</id>'],
  ])('is hidden to its end in %s', (_, text, rest) => {
    const hidden = withoutNamedSecrets(text);
    expect(hidden).not.toMatch(/a\\|b\\|&amp;b/);
    expect(hidden).toContain(rest);
  });

  test('is hidden where it looks like a key of the service, or stands in an address', () => {
    const key = '5a4db0c5e901f11ad7c0ffee2b5e55edba5eba11';
    expect(withoutNamedSecrets(`of ${key}, at https://ana:pw@example.com/`)).toBe(
      'of [redacted], at https://[redacted]@example.com/',
    );
  });

  test.each([
    '{"ERROR":"NO_PASSWORD"}',
    '<ERROR>NO_PASSWORD</ERROR><status>failed</status>',
    '<key xsi:type="xsd:string">email</key><value xsi:type="xsd:string">ana@example.com</value>',
    'your password is wrong',
    '{"hasPassword":true,"token":{"os":"ios"}}',
  ])('is not seen in %s', (text) => {
    expect(withoutNamedSecrets(text)).toBe(text);
  });
});
