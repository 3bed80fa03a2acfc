var soap = require('soap');
var url = 'http://api.e-goi.com/v2/soap.php?wsdl';

exports.tags = function (key, done) {
  soap.createClient(url, function (err, client) {
    if (err) return done(err);
    client.getTags({ functionOptions: { apikey: key } }, function (err, result) {
      if (err) return done(err);
      client.deleteTag({ functionOptions: { apikey: key, ID: result.TAG_LIST[0].ID } }, done);
    });
  });
};
