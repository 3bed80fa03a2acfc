/** A wire of API v2, in the words of the gateway's record. */
export type Wire = 'soap' | 'soap-universal' | 'xmlrpc' | 'rest';

const wiresOfPaths: Readonly<Record<string, Wire>> = {
  soap: 'soap',
  soap_any: 'soap-universal',
  xmlrpc: 'xmlrpc',
  rest: 'rest',
};

/** What an address says: a wire of API v2, or another service. */
export type AddressMeaning = { readonly wire: Wire } | 'other service';

/** Reads an address out of a text; `undefined` where it holds none, or one that is not known yet. */
export function addressIn(text: string): AddressMeaning | undefined {
  const found =
    /e-goi\.com(?::\d+)?\/v2\/(soap_any|soap|xmlrpc|rest)\b/i.exec(text) ??
    /\/v2\/(soap_any|soap|xmlrpc|rest)\.php\b/i.exec(text);
  const wire = wiresOfPaths[found?.[1]?.toLowerCase() ?? ''];
  if (wire !== undefined) return { wire };
  return /^\s*https?:\/\/[\w.-]*[a-z]/i.test(text) && !/localhost|127\.0\.0\.1/.test(text)
    ? 'other service'
    : undefined;
}

/** Whether a text holds an address of API v2. */
export function isAddress(text: string): boolean {
  const meaning = addressIn(text);
  return meaning !== undefined && meaning !== 'other service';
}

/** Whether a name of a program speaks of E-goi: `EgoiApi`, `$egoi_client`, `EGOI_URL`, but not `Egoist`. */
export function speaksOfEgoi(name: string): boolean {
  return (
    /(?<![a-z])e[-_]?goi(?![a-z])/i.test(name) ||
    /(?<![A-Z])E[-_]?[Gg]oi(?![a-z])/.test(name) ||
    /EGOI(?![A-Z]*ST)/.test(name) ||
    /egoi(?=client|api|soap|rest|rpc|service|url)/i.test(name)
  );
}

/** Whether a name is one of API v3: of the maker's client for it, or by its number. */
export function speaksOfV3(name: string): boolean {
  return /^EgoiClient\.|egoi-?sdk|egoi\.?sdk|(?<![a-z0-9])v3(?![a-z0-9])|egoi\w*v3|v3\w*egoi|egoiapp/i.test(
    name,
  );
}

/** What is known of a type that a program takes from elsewhere. */
export type TypeMeaning =
  | { readonly kind: 'wrapper'; readonly wire?: Wire }
  | { readonly kind: 'generic'; readonly wire?: Wire }
  | { readonly kind: 'named' };

const wrappers: readonly (readonly [RegExp, Wire?])[] = [
  [/(^|\.)EgoiApiSoap(Impl)?$/, 'soap'],
  [/(^|\.)EgoiApiXmlRpc(Impl)?$/, 'xmlrpc'],
  [/(^|\.)EgoiApiRest(Impl)?$/, 'rest'],
  [/(^|\.)EgoiApi(Factory)?$/],
  [/(^|\.)Egoi_?Api_?Soap\w*$/i, 'soap'],
  [/^(com\.egoi\.api|pt\.e_goi\.api)\b/],
  [/^Egoi\.Api\.XmlRpc$|^EgoiApi\.XmlRpc$/, 'xmlrpc'],
  [/^Egoi\.Api\.Soap$|^EgoiApi\.Soap$/, 'soap'],
  [/^Egoi\.Api\.Rest$|^EgoiApi\.Rest$/, 'rest'],
  [/^(Egoi\.(Api|Factory)|EgoiA(PI|pi))(\.|$)/],
  [/^@egoi-client\/core\.EgoiClient$/],
];

const generics: readonly (readonly [RegExp, Wire])[] = [
  [/(^|\.)(SoapClient|nusoap_?client|Zend_Soap_Client|Soap\.Client)$/i, 'soap'],
  [/^(zeep|suds)(\.client)?\.(Async)?Client$|^zeep\.CachingClient$/, 'soap'],
  [/^SOAP\.Lite$|^SOAP$/, 'soap'],
  [
    /^(org\.apache\.axis\.client|javax\.xml\.rpc)\.(Call|Service)$|^javax\.xml\.ws\.Dispatch$/,
    'soap',
  ],
  [/(^|\.)\w*(SoapPort|PortType|PortTypeClient|SoapClient|BindingStub|ServiceLocator)$/, 'soap'],
  [
    /(^|\.)(Zend_XmlRpc_Client|XmlRpc\.Client|IXR_Client|WP_HTTP_IXR_Client|xmlrpc_client|XmlRpcClient|XMLRPCClient)$/i,
    'xmlrpc',
  ],
  [/^(xmlrpc\.client|xmlrpclib)\.(ServerProxy|Server|MultiCall)$/, 'xmlrpc'],
  [/^(RPC\.XML\.Client|XMLRPC\.Lite|Frontier\.Client)$/, 'xmlrpc'],
  [/(^|\.)(IXmlRpcProxy|XmlRpcClientProtocol|XmlRpcProxyGen)$/, 'xmlrpc'],
];

/** What a type is, by its full name in dots; `undefined` for one that is none of ours. */
export function meaningOfType(full: string): TypeMeaning | undefined {
  if (speaksOfV3(full)) return undefined;
  for (const [pattern, wire] of wrappers) {
    if (pattern.test(full)) return { kind: 'wrapper', ...(wire === undefined ? {} : { wire }) };
  }
  for (const [pattern, wire] of generics) if (pattern.test(full)) return { kind: 'generic', wire };
  return speaksOfEgoi(full.slice(full.lastIndexOf('.') + 1)) ? { kind: 'named' } : undefined;
}

/** Functions that make a generic client, by their full names. */
export function madeBy(full: string): Wire | undefined {
  if (/^(soap|strong-soap|easy-soap-request)(\.soap)?\.createClient(Async)?$/.test(full))
    return 'soap';
  if (/^(xmlrpc|davexmlrpc)\.create(Secure)?Client$/.test(full)) return 'xmlrpc';
  return undefined;
}

/** Functions and types that put a call together: which argument names the method, and on which wire. */
export function composedBy(
  full: string,
): { readonly argument: number; readonly wire: Wire } | undefined {
  if (/^xmlrpc_encode_request$/.test(full)) return { argument: 0, wire: 'xmlrpc' };
  if (/^(xmlrpc\.client|xmlrpclib)\.dumps$/.test(full)) return { argument: 1, wire: 'xmlrpc' };
  if (
    /(^|\.)(RPC\.XML\.request|xmlrpcmsg|XmlRpc\.Request|XmlRpcRequest|Zend_XmlRpc_Request)$/i.test(
      full,
    )
  ) {
    return { argument: 0, wire: 'xmlrpc' };
  }
  return undefined;
}

/** Methods of generic clients that call the method which their first argument names. */
export const invokingVerbs: ReadonlySet<string> = new Set([
  '__soapCall',
  '__call',
  'call',
  'callAsync',
  'query',
  'send_request',
  'simple_request',
  'methodCall',
  'execute',
  'executeAsync',
  'Execute',
  'Invoke',
  'InvokeAsync',
  'invoke',
  'setOperationName',
  'setMethodName',
]);

/** Methods of the maker's wrappers and of generic clients that give a client in their turn. */
export const fluentMethods =
  /^(proxy|ns|uri|default_ns|on_action|on_fault|service|autotype|readable|encoding|soapversion|envprefix|getProxy|createCall|createCallAsync|bind|promisify|getInstance|getApi|getClient|then|catch|create|Create|client|transport|options|settings)$|^get_?\w*(Soap|Port|Api)\w*$/;
