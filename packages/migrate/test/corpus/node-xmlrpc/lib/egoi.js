const xmlrpc = require('xmlrpc');

class Egoi {
  constructor(apikey) {
    this.apikey = apikey;
    this.client = xmlrpc.createClient({ host: 'api.e-goi.com', port: 80, path: '/v2/xmlrpc.php' });
  }

  request(method, options, done) {
    this.client.methodCall(method, [{ apikey: this.apikey, ...options }], done);
  }

  getReport(campaign, done) {
    this.request('getReport', { campaign }, done);
  }
}

module.exports = Egoi;
