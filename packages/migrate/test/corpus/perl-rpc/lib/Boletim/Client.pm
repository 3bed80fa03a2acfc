package Boletim::Client;
use strict;
use warnings;
use RPC::XML;
use RPC::XML::Client;

sub new {
    my ($class, %args) = @_;
    my $self = { key => $args{key}, rpc => RPC::XML::Client->new('http://api.e-goi.com/v2/xmlrpc.php') };
    return bless $self, $class;
}

sub run {
    my ($self, $method, $options) = @_;
    my $answer = $self->{rpc}->send_request($method, { apikey => $self->{key}, %$options });
    return $answer->value;
}

1;
