/** Namespaces that appear in SOAP messages. */
export const namespaces = {
  /** SOAP 1.1 envelope. */
  envelope: 'http://schemas.xmlsoap.org/soap/envelope/',
  /** SOAP 1.2 envelope. */
  envelope12: 'http://www.w3.org/2003/05/soap-envelope',
  /** SOAP 1.1 section 5 encoding. */
  encoding: 'http://schemas.xmlsoap.org/soap/encoding/',
  /** SOAP 1.2 encoding. */
  encoding12: 'http://www.w3.org/2003/05/soap-encoding',
  /** What SOAP 1.2 adds to remote calls: the element that names the result. */
  rpc12: 'http://www.w3.org/2003/05/soap-rpc',
  schema: 'http://www.w3.org/2001/XMLSchema',
  schemaInstance: 'http://www.w3.org/2001/XMLSchema-instance',
  /** The home of `Map`, in which PHP and Axis send associative arrays. */
  apache: 'http://xml.apache.org/xml-soap',
  wsdl: 'http://schemas.xmlsoap.org/wsdl/',
  /** The SOAP 1.1 binding of WSDL. */
  wsdlSoap: 'http://schemas.xmlsoap.org/wsdl/soap/',
} as const;
