/** How requests name this client. A constant, so that importing the package reads no file. */
export const userAgent = 'egoi-client/0.1.0';
