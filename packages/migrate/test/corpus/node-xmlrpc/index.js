const Egoi = require('./lib/egoi');

const egoi = new Egoi(process.env.EGOI_KEY);
egoi.getReport('c0ffee', (error, report) => {
  if (error) console.error('getReport failed', error);
  else console.log(report);
});
egoi.request(
  'sendSMS',
  { campaign: 'abc', listID: 4, cellphone: '351-910000000' },
  () => {},
);
