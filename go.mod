module github.com/spectab/spectab

go 1.26.0
