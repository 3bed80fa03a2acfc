from django.http import JsonResponse
from reports.services import ReportService

service = ReportService()


def report(request, pk):
    if request.method == 'getReport':
        return JsonResponse({'method': 'getReport'})
    return JsonResponse(service.getReport(campaign=pk, limit=3))


def lists(request):
    """Answers like getLists(apikey=...)"""
    return JsonResponse({'lists': service.getLists()})
