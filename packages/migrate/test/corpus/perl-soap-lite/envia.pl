#!/usr/bin/perl
use strict;
use warnings;
use SOAP::Lite;

=pod

Calls $soap->addSubscriber and $soap->getLists.

=cut

my $uri = 'http://api.e-goi.com/v2/soap_any.php';
my $soap = SOAP::Lite->uri($uri)->proxy($uri);
my %key = (apikey => $ENV{KEY});

my $som = $soap->call('getLists', { %key, limit => 5 });
die $som->faultstring if $som->fault;
for my $list (@{ $som->result }) {
    # $soap->deleteList({ %key });
    print "getExtraFields of $list->{title}\n";
    my $fields = $soap->getExtraFields({ %key, listID => $list->{listnum} })->result;
}
