// Legacy script: Java with Apache Axis 1.4 on soap_any.php, as the stubs of the maker's wrapper are made.
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.rpc.ParameterMode;
import org.apache.axis.AxisFault;
import org.apache.axis.Version;
import org.apache.axis.client.Call;
import org.apache.axis.client.Service;
import org.apache.axis.encoding.XMLType;

public class AxisClient {
    private static final String NAMESPACE = "http://api.e-goi.com/v2/soap_any.php";
    private static String address;

    private static Object call(String method, Object... options) throws Exception {
        Map<Object, Object> functionOptions = map("apikey", System.getenv("EGOI_API_KEY"));
        functionOptions.putAll(map(options));
        Call call = (Call) new Service().createCall();
        call.setTargetEndpointAddress(address);
        call.setOperationName(new QName(NAMESPACE, method));
        call.setUseSOAPAction(true);
        call.setSOAPActionURI(NAMESPACE + "#" + method);
        call.addParameter("functionOptions", XMLType.XSD_ANYTYPE, ParameterMode.IN);
        call.setReturnType(XMLType.XSD_ANYTYPE);
        try {
            return call.invoke(new Object[] {functionOptions});
        } catch (AxisFault fault) {
            if (fault.detail instanceof Exception) throw fault;
            return map("fault", fault.getFaultString());
        }
    }

    private static Map<Object, Object> map(Object... entries) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) map.put(entries[i], entries[i + 1]);
        return map;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("version")) {
            System.out.println("Axis " + Version.getVersionText().replaceAll("(?s).*?(\\d[.]\\d).*", "$1")
                + ", Java " + System.getProperty("java.version"));
            return;
        }
        address = arguments[0];
        Map<Object, Object> got = map("account", call("getClientData"));
        got.put("list", call("createList", "nome", "Boletim & <notícias>", "canal_email", 1));
        Object list = ((Map<?, ?>) got.get("list")).get("LIST_ID");
        got.put("field", call("addExtraField", "listID", list, "name", "Cidade", "type", "texto"));
        got.put("contact", call("addSubscriber",
            "listID", list,
            "email", "ana@example.com",
            "first_name", "Ana \"Zoé\"",
            "extra_1", "Évora & <Beja> 50% €",
            "status", 1));
        got.put("bulk", call("addSubscriberBulk",
            "listID", list,
            "compareField", "email",
            "operation", 2,
            "subscribers", new Object[] {
                map("email", "rui@example.com", "first_name", "Rui"),
                map("email", "eva@example.com", "first_name", "Eva", "extra_1", "Faro"),
                map("email", "ivo@example.com", "first_name", "Ivo", "status", 0),
            }));
        got.put("one", call("subscriberData", "listID", list, "subscriber", "ana@example.com"));
        got.put("all", call("subscriberData", "listID", list, "subscriber", "all_subscribers"));
        got.put("lists", call("getLists"));
        got.put("noLists", call("getLists", "start", 5));
        got.put("report", call("getCredits"));
        got.put("nobody", call("subscriberData", "listID", list, "subscriber", "nobody@example.com"));
        got.put("stranger", call("getClientData", "apikey", "wrong"));
        got.put("unknown", call("noSuchMethod"));
        System.out.println(json(got));
    }

    private static String json(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) return String.valueOf(value);
        List<String> parts = new ArrayList<>();
        if (value instanceof Map) {
            ((Map<?, ?>) value).forEach((key, member) -> parts.add(text(key) + ":" + json(member)));
            return "{" + String.join(",", parts) + "}";
        }
        if (value instanceof Object[]) {
            for (Object item : (Object[]) value) parts.add(json(item));
            return "[" + String.join(",", parts) + "]";
        }
        return text(value);
    }

    /** ASCII only, so that the encoding of the terminal does not matter. */
    private static String text(Object value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') text.append(String.format("\\u%04x", (int) c));
            else text.append(c);
        }
        return text.append('"').toString();
    }
}
