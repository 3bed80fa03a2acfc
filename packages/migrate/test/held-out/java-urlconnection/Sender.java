package net.loja;

import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;

public class Sender {
    private static final String ADDRESS = "http://api.e-goi.com/v2/rest.php";

    private String post(String method, String form) throws Exception {
        HttpURLConnection http = (HttpURLConnection) new URL(ADDRESS).openConnection();
        http.setDoOutput(true);
        try (OutputStream out = http.getOutputStream()) {
            out.write(("type=json&method=" + method + "&" + form).getBytes("UTF-8"));
        }
        return new String(http.getInputStream().readAllBytes(), "UTF-8");
    }

    public String remove(String key, String email) throws Exception {
        String form = "functionOptions[apikey]=" + key + "&functionOptions[listID]=1&functionOptions[subscriber]=" + URLEncoder.encode(email, "UTF-8");
        return post("removeSubscriber", form);
    }

    public static void main(String[] args) throws Exception {
        System.out.println(new Sender().remove(args[0], args[1]) + "addSubscriber");
    }
}
