# Legacy script: Perl's RPC::XML.
use strict;
use warnings;
use utf8;
use RPC::XML;
use RPC::XML::Client;
use FindBin;
use lib $FindBin::Bin;
use LegacyScript;

my ($address) = @ARGV;
my $key = $ENV{EGOI_API_KEY};
$RPC::XML::ENCODING = 'utf-8';
my $server = RPC::XML::Client->new($address);

sub call {
    my ($method, %options) = @_;
    my $answer = $server->send_request($method, { apikey => $key, %options });
    die "$answer\n" unless ref $answer;
    return { fault => $answer->string, code => $answer->code } if $answer->is_fault;
    return $answer->value;
}

run_legacy_script(\&call);
