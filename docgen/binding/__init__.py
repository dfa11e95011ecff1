"""Binding (装订): evidence that was handed over becomes pages, pages become volumes and books.

`sheets` looks into one file and makes A4 pages of it, in a child process that `worker` keeps;
`volume` lays them under the pages of a volume; `book` binds finished PDFs; `page_pictures` makes
pictures of pages for Word.
"""
