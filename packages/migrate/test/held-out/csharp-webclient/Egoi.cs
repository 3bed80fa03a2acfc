using System.Collections.Specialized;
using System.Net;
using System.Text;

namespace Loja.Newsletter
{
    internal static class Egoi
    {
        internal static string Subscribe(string key, string list, string email)
        {
            using (var web = new WebClient())
            {
                var values = new NameValueCollection();
                values["type"] = "json";
                values["method"] = "addSubscriber";
                values["functionOptions[apikey]"] = key;
                values["functionOptions[listID]"] = list;
                values["functionOptions[email]"] = email;
                return Encoding.UTF8.GetString(web.UploadValues("http://api.e-goi.com/v2/rest.php", values));
            }
        }
    }
}
