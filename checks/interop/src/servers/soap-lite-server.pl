# SOAP::Lite's own server.
use strict;
use warnings;
use utf8;
use SOAP::Transport::HTTP;

$| = 1;
my $daemon = SOAP::Transport::HTTP::Daemon->new(LocalAddr => '127.0.0.1', LocalPort => 0, ReuseAddr => 1);
my ($port) = $daemon->url =~ /:(\d+)/;
print "http://127.0.0.1:$port/\n";
$daemon->dispatch_with({ 'http://api.e-goi.com/v2/soap_any.php' => 'Service' })
    ->on_action(sub { })
    ->handle;

package Service;

sub answerWith {
    my ($class, $options) = @_;
    my $what = $options->{what};
    return $options->{value} if $what eq 'echo';
    return undef if $what eq 'null';
    return SOAP::Data->type(boolean => 'true')  if $what eq 'true';
    return SOAP::Data->type(boolean => 'false') if $what eq 'false';
    return 42           if $what eq 'integer';
    return ['a', 'b']   if $what eq 'list';
    return ['only']     if $what eq 'list of one';
    return []           if $what eq 'empty list';
    return [{ id => 1, name => 'um' }, { id => 2, name => 'dois' }] if $what eq 'structs';
    return { ERROR => 'LIST_NOT_FOUND' } if $what eq 'error in a struct';
    return 'NO_ACCESS' if $what eq 'bare word';
    die SOAP::Fault->faultcode('Receiver')->faultstring('kaput <&> "quoted"');
}

sub addSubscriberBulk {
    my ($class, $options) = @_;
    my $rows = $options->{subscribers};
    return { id => 1, result => $rows->[-1]{email}, count => scalar @$rows };
}
