using Mailjet.Client;

public class Crm
{
    private readonly MailjetClient client = new MailjetClient("a", "b");
    private readonly ICrmApi api;

    public Crm(ICrmApi api) { this.api = api; }

    public void Run()
    {
        var lists = client.getLists(new { limit = 3 });
        api.addSubscriber(new { listID = 1, email = "a@example.com" });
        string sql = "select method from calls where method='getTags'";
    }
}
