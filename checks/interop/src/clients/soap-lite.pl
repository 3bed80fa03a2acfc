# Legacy script: Perl's SOAP::Lite on soap_any.php, without a WSDL.
use strict;
use warnings;
use utf8;
use SOAP::Lite;
use FindBin;
use lib $FindBin::Bin;
use LegacyScript;

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

run_legacy_script(\&call);
