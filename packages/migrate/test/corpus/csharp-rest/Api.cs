using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;

public sealed class Api
{
    private const string Url = "http://api.e-goi.com/v2/rest.php";
    private readonly HttpClient http = new HttpClient();

    public async Task<string> Call(string method, IDictionary<string, string> options)
    {
        var form = new Dictionary<string, string> { { "type", "json" }, { "method", method } };
        foreach (var pair in options) form.Add($"functionOptions[{pair.Key}]", pair.Value);
        var answer = await http.PostAsync(Url, new FormUrlEncodedContent(form));
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<string> Lists(string key) =>
        Call("getLists", new Dictionary<string, string> { ["apikey"] = key });

    public Task<string> NewList(string key, string title)
    {
        return this.Call("createList", new Dictionary<string, string> {
            ["apikey"] = key,
            ["nome"] = title,
            ["idioma_lista"] = "pt",
        });
    }
}
