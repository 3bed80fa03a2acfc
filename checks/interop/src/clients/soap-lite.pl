# Legacy script: Perl's SOAP::Lite on soap_any.php, without a WSDL.
use strict;
use warnings;
use utf8;
use JSON::PP;
use SOAP::Lite;

my ($address) = @ARGV;
my $key = $ENV{EGOI_API_KEY};
my $namespace = 'http://api.e-goi.com/v2/soap_any.php';
my $soap = SOAP::Lite->proxy($address)->ns($namespace)->on_action(sub { join '#', @_ });

sub call {
    my ($method, %options) = @_;
    my $map = SOAP::Data->name(functionOptions => { apikey => $key, %options })->type('map');
    my $answer = $soap->call($method, $map);
    return $answer->fault ? { fault => $answer->faultstring } : $answer->result;
}

my %got = (account => call('getClientData'));
$got{list} = call('createList', nome => 'Boletim & <notícias>', canal_email => 1);
my $list = $got{list}{LIST_ID};
$got{field} = call('addExtraField', listID => $list, name => 'Cidade', type => 'texto');
$got{contact} = call(
    'addSubscriber',
    listID     => $list,
    email      => 'ana@example.com',
    first_name => 'Ana "Zoé"',
    extra_1    => 'Évora & <Beja> 50% €',
    status     => 1,
);
$got{bulk} = call(
    'addSubscriberBulk',
    listID       => $list,
    compareField => 'email',
    operation    => 2,
    subscribers  => [
        { email => 'rui@example.com', first_name => 'Rui' },
        { email => 'eva@example.com', first_name => 'Eva', extra_1 => 'Faro' },
        { email => 'ivo@example.com', first_name => 'Ivo', status => 0 },
    ],
);
$got{one} = call('subscriberData', listID => $list, subscriber => 'ana@example.com');
$got{all} = call('subscriberData', listID => $list, subscriber => 'all_subscribers');
$got{lists}    = call('getLists');
$got{noLists}  = call('getLists', start => 5);
$got{report}   = call('getCredits');
$got{nobody}   = call('subscriberData', listID => $list, subscriber => 'nobody@example.com');
$got{stranger} = call('getClientData', apikey => 'wrong');
$got{unknown}  = call('noSuchMethod');
print JSON::PP->new->utf8->canonical->encode(\%got), "\n";
