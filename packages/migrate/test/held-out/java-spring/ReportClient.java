package crm.reports;

@FeignClient(name = "reports", url = "https://reports.example.com/v2/rest")
public interface ReportClient {
    @GetMapping("/getReport")
    Report getReport(@RequestParam("campaign") String campaign);

    @PostMapping("/sendEmail")
    void sendEmail(Map<String, Object> mail);
}

class ReportJob {
    private final ReportClient client;
    ReportJob(ReportClient client) { this.client = client; }
    void run() { client.getReport("c"); client.sendEmail(Map.of("subject", "s", "message", "m")); }
}
