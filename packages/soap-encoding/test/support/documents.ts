/** An answer's envelope around what a test is about, with prefixes of its own. */
export function answerWith(returned: string, after = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:c="http://schemas.xmlsoap.org/soap/encoding/" xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="http://xml.apache.org/xml-soap"><e:Body><m:getListsResponse xmlns:m="urn:m">${returned}</m:getListsResponse>${after}</e:Body></e:Envelope>`;
}

/** `levels` lists inside one another, the innermost empty. */
export function nestedLists(levels: number): string {
  const inner = '<item i:type="c:Array">'.repeat(levels - 1) + '</item>'.repeat(levels - 1);
  return `<return i:type="c:Array">${inner}</return>`;
}
