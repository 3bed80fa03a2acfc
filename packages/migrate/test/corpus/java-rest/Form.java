import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public final class Form {
    private static final String ENDPOINT = "https://api.e-goi.com/v2/rest.php";

    String check(String address) throws Exception {
        String url = ENDPOINT + "?type=json&method=checklogin&functionOptions[username]=u&functionOptions[password]=p";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).method("GET", HttpRequest.BodyPublishers.noBody()).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
