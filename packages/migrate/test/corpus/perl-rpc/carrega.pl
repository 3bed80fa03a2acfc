use strict;
use lib 'lib';
use Boletim::Client;

my $client = Boletim::Client->new(key => $ENV{KEY});
my @rows = map { { email => $_ } } <STDIN>;
$client->run('addSubscriberBulk', {
    listID       => 2,
    compareField => 'email',
    subscribers  => \@rows,
    autoresponder => 0,
});
my $text = <<"END";
This text speaks of getCampaigns and $client->run('getLists').
END
print $text;
