use strict;
use XMLRPC::Lite;

my $rpc = XMLRPC::Lite->proxy('http://api.e-goi.com/v2/xmlrpc.php');
my $campaigns = $rpc->call('getCampaigns', { apikey => $ENV{KEY}, limit => 10 })->result;
for my $campaign (@$campaigns) {
    next unless $campaign->{CHANNEL} eq 'email';
    my $report = $rpc->call(
        getReport => { apikey => $ENV{KEY}, campaign => $campaign->{HASH} },
    )->result;
    printf "%s: %d (%s)\n", $campaign->{SUBJECT}, $report->{SENT}, 'getReport';
}
