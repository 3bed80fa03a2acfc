use strict;
use Trello::Client;

my $client = Trello::Client->new(key => 'k', token => 't');
print map { "$_->{name}\n" } @{ $client->getLists(limit => 3) };
$client->addTag({ name => 'x' });
my %dispatch = (method => 'getLists');
