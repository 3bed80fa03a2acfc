use strict;
use LWP::UserAgent;
use JSON;

my $agent = LWP::UserAgent->new;
my $answer = $agent->post('https://api.e-goi.com/v2/rest.php', {
    type   => 'json',
    method => 'getSubscriberActivity',
    'functionOptions[apikey]'     => $ENV{KEY},
    'functionOptions[listID]'     => 8,
    'functionOptions[subscriber]' => $ARGV[0],
});
print decode_json($answer->decoded_content)->{Egoi_Api}{getSubscriberActivity}{status};
