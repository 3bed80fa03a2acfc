/** What a method may be called; the length is our own bound. Source: XML-RPC specification, `<methodName>`. */
export const methodNamePattern = /^[\w.:/]{1,255}$/;
