# Makes what the tests need in a fresh Request Tracker: two queues, two custom fields, three users with a token each.
# Prints the tokens, one a line.
use strict;
use warnings;
use RT;

RT::LoadConfig();
RT::Init();

sub must {
    my ( $ok, $message ) = @_;
    die "$message\n" unless $ok;
    return $ok;
}

sub system_object {
    my ($class) = @_;
    return $class->new( RT->SystemUser );
}

my @queues;
for my $name ( 'Investigations', 'Plain' ) {
    my $queue = system_object('RT::Queue');
    must( $queue->Create( Name => $name ) );
    push @queues, $queue;
}

my @fields;
for my $field ( [ 'IOC', 'FreeformMultiple' ], [ 'External ID', 'FreeformSingle' ] ) {
    my ( $name, $type ) = @$field;
    my $custom = system_object('RT::CustomField');
    must( $custom->Create( Name => $name, Type => $type, LookupType => 'RT::Queue-RT::Ticket' ) );
    must( $custom->AddToObject( $queues[0] ) );
    push @fields, $custom;
}

sub grant {
    my ( $user, $object, @rights ) = @_;
    must( $user->PrincipalObj->GrantRight( Right => $_, Object => $object ) ) for @rights;
}

sub token_of {
    my ( $name, $queue_rights, $field_rights ) = @_;
    my $user = system_object('RT::User');
    must( $user->Create( Name => $name, EmailAddress => "$name\@soc.example", Privileged => 1 ) );
    grant( $user, $_, @$queue_rights ) for @queues;
    grant( $user, $_, @$field_rights ) for @fields;
    grant( $user, RT->System, 'ManageAuthTokens' );
    my $token = RT::AuthToken->new( RT::CurrentUser->new($user) );
    my ( $ok, $message, $secret ) = $token->Create( Owner => $user->id, Description => 'tests' );
    must( $ok, $message );
    return $secret;
}

require RT::AuthToken;
my @reading = qw(SeeQueue ShowTicket);
my @writing = qw(ShowTicketComments CreateTicket CommentOnTicket ReplyToTicket ModifyTicket);
my @setting = qw(ModifyCustomField SetInitialCustomField);
print "$_\n" for (
    token_of( 'sightline', [ @reading, @writing ], [ 'SeeCustomField', @setting ] ),
    token_of( 'reader',    [@reading],             ['SeeCustomField'] ),
    token_of( 'fieldless', [ @reading, @writing ], ['SeeCustomField'] ),
);
