"""What people make of a reading before it becomes work. Free of Django: values in, values out."""
