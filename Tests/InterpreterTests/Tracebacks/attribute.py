class Model:
    def __init__(self):
        self.weights = [1]
    def forward(self, x):
        return self.weight[0] * x
Model().forward(2)
