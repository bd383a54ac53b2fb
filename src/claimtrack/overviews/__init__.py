"""What pages draw of a report: tables, lanes and shares, worked out from the Report alone when a page asks for them."""
