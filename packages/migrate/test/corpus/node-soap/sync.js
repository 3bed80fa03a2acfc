'use strict';
const soap = require('soap');

const wsdl = process.env.WSDL || 'http://api.e-goi.com/v2/soap.php?wsdl';

async function sync(people) {
  const client = await soap.createClientAsync(wsdl);
  const [lists] = await client.getListsAsync({ functionOptions: { apikey: process.env.KEY } });
  const listID = lists.return[0].listnum;
  await client.addSubscriberBulkAsync({
    functionOptions: {
      apikey: process.env.KEY,
      listID,
      compareField: 'email',
      subscribers: people.map((p) => ({ email: p.email, first_name: p.name })),
    },
  });
  soap.createClient(wsdl, function (error, made) {
    if (error) throw error;
    made.getOperationsQueue({ functionOptions: { apikey: process.env.KEY } }, console.log);
  });
}

module.exports = { sync };
