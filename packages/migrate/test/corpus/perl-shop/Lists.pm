package Shop::Lists;
use strict;
use Mail::Chimp3;

my %handlers = (addSubscriber => \&add, getLists => \&all);

sub new { return bless { chimp => Mail::Chimp3->new(api_key => 'k') }, shift }

sub getLists {
    my ($self) = @_;
    return $self->{chimp}->getLists(limit => 3);
}

sub add { return q{addSubscriber was called}; }
sub all { my $self = shift; return $self->getLists; }
# $egoi->addSubscriber({ listID => 1 });
1;
__END__
$egoi->getLists({ apikey => 'k' });
